CREATE TABLE `debrief` (
	`workshop` text NOT NULL,
	`exercise` text NOT NULL,
	`opened_at` integer NOT NULL,
	PRIMARY KEY(`workshop`, `exercise`),
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `turn` (
	`stage` text NOT NULL,
	`team` text NOT NULL,
	`position` integer NOT NULL,
	`seed` integer NOT NULL,
	`planned` integer NOT NULL,
	`added` integer DEFAULT 0 NOT NULL,
	`spent` integer DEFAULT 0 NOT NULL,
	`running_since` integer,
	`begun_at` integer,
	`ended_at` integer,
	PRIMARY KEY(`stage`, `team`),
	FOREIGN KEY (`stage`) REFERENCES `stage`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `verdict` (
	`sheet` text NOT NULL,
	`need` text NOT NULL,
	`is` text NOT NULL,
	`reason` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`person` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`sheet`, `need`),
	FOREIGN KEY (`sheet`) REFERENCES `sheet`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `decision` (
	`workshop` text NOT NULL,
	`item` text NOT NULL,
	`is` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`workshop`, `item`),
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `roadmap_line` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop` text NOT NULL,
	`item` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`horizon` text NOT NULL,
	`owner` text NOT NULL,
	`owners` text NOT NULL,
	`countries` text NOT NULL,
	`deadline` text NOT NULL,
	`indicator` text NOT NULL,
	`resources` text NOT NULL,
	`status` text NOT NULL,
	`notes` text NOT NULL,
	`answers` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `roadmap_item` ON `roadmap_line` (`workshop`,`item`);--> statement-breakpoint
CREATE TABLE `ballot` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop` text NOT NULL,
	`dots` integer,
	`named` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `ballot_workshop` ON `ballot` (`workshop`);--> statement-breakpoint
CREATE TABLE `ballot_item` (
	`ballot` text NOT NULL,
	`item` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL,
	`owner` text NOT NULL,
	`horizon` text NOT NULL,
	`sources` text NOT NULL,
	PRIMARY KEY(`ballot`, `item`),
	FOREIGN KEY (`ballot`) REFERENCES `ballot`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `vote` (
	`voter` text NOT NULL,
	`item` text NOT NULL,
	`stance` text,
	`dots` integer DEFAULT 0 NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`proxy` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`voter`, `item`),
	FOREIGN KEY (`voter`) REFERENCES `voter`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `voter` (
	`id` text PRIMARY KEY NOT NULL,
	`ballot` text NOT NULL,
	`person` text NOT NULL,
	`delegation` text NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`ballot`) REFERENCES `ballot`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`delegation`) REFERENCES `delegation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `voter_person` ON `voter` (`ballot`,`person`);--> statement-breakpoint
CREATE TABLE `co_facilitator` (
	`workshop` text NOT NULL,
	`user` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`workshop`, `user`),
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `workshop` ADD `controls` text REFERENCES user(id);