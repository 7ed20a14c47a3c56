declare global {
	namespace App {
		interface PageState {
			/** Id of the item that is open. */
			at?: string;
		}
	}
}

export {};
