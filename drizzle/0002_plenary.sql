CREATE TABLE `apart` (
	`workshop` text NOT NULL,
	`one` text NOT NULL,
	`other` text NOT NULL,
	PRIMARY KEY(`workshop`, `one`, `other`),
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `joint` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop` text NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL,
	`owner` text NOT NULL,
	`horizon` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `joint_workshop` ON `joint` (`workshop`);--> statement-breakpoint
CREATE TABLE `joint_source` (
	`joint` text NOT NULL,
	`sheet` text NOT NULL,
	`recommendation` text NOT NULL,
	`team` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`horizon` text NOT NULL,
	`owner` text NOT NULL,
	`countries` text NOT NULL,
	`answers` text NOT NULL,
	`rank` integer NOT NULL,
	PRIMARY KEY(`sheet`, `recommendation`),
	FOREIGN KEY (`joint`) REFERENCES `joint`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sheet`) REFERENCES `sheet`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `joint_source_joint` ON `joint_source` (`joint`);