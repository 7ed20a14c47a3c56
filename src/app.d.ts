declare global {
	namespace App {
		interface Locals {
			/** The signed-in facilitator, if any. */
			facilitator?: { id: string; name: string; email: string };
			/** The disk took nothing while this was answered. */
			diskFault?: boolean;
		}
	}
}

export {};
