CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `link` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `device` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`released_at` integer,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `device_tokenHash_unique` ON `device` (`token_hash`);--> statement-breakpoint
CREATE INDEX `device_person` ON `device` (`person`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop` text NOT NULL,
	`delegation` text NOT NULL,
	`name` text NOT NULL,
	`role` text DEFAULT '' NOT NULL,
	`institution` text DEFAULT '' NOT NULL,
	`gender` text DEFAULT '' NOT NULL,
	`languages` text DEFAULT '' NOT NULL,
	`standing` text DEFAULT 'member' NOT NULL,
	`extra` text DEFAULT '[]' NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`delegation`) REFERENCES `delegation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_workshop` ON `person` (`workshop`);--> statement-breakpoint
CREATE TABLE `read` (
	`person` text NOT NULL,
	`inject` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person`, `inject`),
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sheet` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop` text NOT NULL,
	`team` text NOT NULL,
	`exercise` text NOT NULL,
	`seq` integer DEFAULT 0 NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sheet_owner` ON `sheet` (`team`,`exercise`);--> statement-breakpoint
CREATE INDEX `sheet_workshop` ON `sheet` (`workshop`);--> statement-breakpoint
CREATE TABLE `sheet_client` (
	`sheet` text NOT NULL,
	`client` integer NOT NULL,
	`device` text NOT NULL,
	PRIMARY KEY(`sheet`, `client`),
	FOREIGN KEY (`sheet`) REFERENCES `sheet`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`device`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `snapshot` (
	`sheet` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`sheet`) REFERENCES `sheet`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `update` (
	`sheet` text NOT NULL,
	`seq` integer NOT NULL,
	`device` text NOT NULL,
	`at` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`sheet`, `seq`),
	FOREIGN KEY (`sheet`) REFERENCES `sheet`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`device`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `division` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop` text NOT NULL,
	`seed` integer NOT NULL,
	`created_at` integer NOT NULL,
	`announced_at` integer,
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `division_workshop` ON `division` (`workshop`);--> statement-breakpoint
CREATE TABLE `done` (
	`team` text NOT NULL,
	`stage` text NOT NULL,
	`person` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`team`, `stage`),
	FOREIGN KEY (`team`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`team` text NOT NULL,
	`person` text NOT NULL,
	`from` integer NOT NULL,
	`to` integer,
	`pinned` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`team`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `membership_team` ON `membership` (`team`);--> statement-breakpoint
CREATE INDEX `membership_person` ON `membership` (`person`);--> statement-breakpoint
CREATE TABLE `part` (
	`team` text NOT NULL,
	`person` text NOT NULL,
	`part` text NOT NULL,
	PRIMARY KEY(`team`, `person`, `part`),
	FOREIGN KEY (`team`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `team` (
	`id` text PRIMARY KEY NOT NULL,
	`division` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`side` text,
	FOREIGN KEY (`division`) REFERENCES `division`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `team_division` ON `team` (`division`);--> statement-breakpoint
CREATE TABLE `delegation` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `delegation_name` ON `delegation` (`workshop`,`name`);--> statement-breakpoint
CREATE TABLE `edition` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kept_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `edition_file` (
	`edition` text NOT NULL,
	`path` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`edition`, `path`),
	FOREIGN KEY (`edition`) REFERENCES `edition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `event` (
	`workshop` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`what` text NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`workshop`, `version`)
);
--> statement-breakpoint
CREATE TABLE `release` (
	`workshop` text NOT NULL,
	`inject` text NOT NULL,
	`team` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`workshop`, `inject`, `team`),
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `screen` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`code` text NOT NULL,
	`workshop` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `screen_tokenHash_unique` ON `screen` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `screen_code_unique` ON `screen` (`code`);--> statement-breakpoint
CREATE TABLE `stage` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`exercise` text,
	`planned` integer NOT NULL,
	`added` integer DEFAULT 0 NOT NULL,
	`spent` integer DEFAULT 0 NOT NULL,
	`running_since` integer,
	`gap` integer DEFAULT 0 NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`workshop`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `stage_workshop` ON `stage` (`workshop`);--> statement-breakpoint
CREATE TABLE `workshop` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`owner` text NOT NULL,
	`edition` text NOT NULL,
	`title` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`wifi` text DEFAULT '' NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`names_listed` integer DEFAULT false NOT NULL,
	`stage` text,
	`projector` text DEFAULT 'lobby' NOT NULL,
	`projector_progress` text DEFAULT 'done' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`owner`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition`) REFERENCES `edition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_code_unique` ON `workshop` (`code`);