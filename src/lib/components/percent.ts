/** A share as people read it: `97 %`, with a space that does not break. @param share 0 to 1 */
export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;
