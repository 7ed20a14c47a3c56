/**
 * Loaded into a server by `--import`: commits are not waited for on the disk (`synchronous=NORMAL`),
 * so that a dead battery would lose some. What the product pays for being sure is measured beside it.
 */
import Database from 'better-sqlite3';

const { pragma } = Database.prototype;
Database.prototype.pragma = function (this: Database.Database, source, options) {
	return pragma.call(this, source.replace('synchronous = FULL', 'synchronous = NORMAL'), options);
} as typeof pragma;
