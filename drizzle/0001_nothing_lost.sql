CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `name_request` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop` text NOT NULL,
	`person` text,
	`name` text DEFAULT '' NOT NULL,
	`delegation` text DEFAULT '' NOT NULL,
	`token_hash` text NOT NULL,
	`at` integer NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `name_request_tokenHash_unique` ON `name_request` (`token_hash`);--> statement-breakpoint
CREATE INDEX `name_request_workshop` ON `name_request` (`workshop`);--> statement-breakpoint
CREATE TABLE `late` (
	`sheet` text NOT NULL,
	`device` text NOT NULL,
	`at` integer NOT NULL,
	`bytes` blob NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`decided_at` integer,
	PRIMARY KEY(`sheet`, `device`),
	FOREIGN KEY (`sheet`) REFERENCES `sheet`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`device`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `update_block` (
	`sheet` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`bytes` blob NOT NULL,
	`hash` blob,
	PRIMARY KEY(`sheet`, `from_seq`),
	FOREIGN KEY (`sheet`) REFERENCES `sheet`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_update` (
	`sheet` text NOT NULL,
	`seq` integer NOT NULL,
	`device` text,
	`by` text,
	`at` integer NOT NULL,
	`bytes` blob NOT NULL,
	`hash` blob,
	PRIMARY KEY(`sheet`, `seq`),
	FOREIGN KEY (`sheet`) REFERENCES `sheet`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`device`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_update`("sheet", "seq", "device", "at", "bytes") SELECT "sheet", "seq", "device", "at", "bytes" FROM `update`;--> statement-breakpoint
DROP TABLE `update`;--> statement-breakpoint
ALTER TABLE `__new_update` RENAME TO `update`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `link` ADD `subject` text;--> statement-breakpoint
ALTER TABLE `event` ADD `hash` blob;--> statement-breakpoint
ALTER TABLE `workshop` ADD `doors_open_until` integer;