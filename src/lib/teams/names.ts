/** Trees that grow between the Horn and the Great Lakes, or are sold there: no country's symbol. */
const TREES = (
	'Acacia Baobab Cedar Fig Mango Neem Tamarind Almond Bamboo Cashew Date Ebony Guava Henna Jasmine ' +
	'Kapok Lemon Mahogany Olive Papaya Quince Rosewood Sandalwood Teak Umbrella Walnut Yew ' +
	'Apple Banana Coconut Doum Eucalyptus Flame Grevillea Hibiscus Ironwood Juniper Kigelia ' +
	'Lime Mulberry Nutmeg Orange Pine Rubber Sycamore Tulip Wattle Willow'
).split(' ');

/**
 * The fixed names of teams: trees, in alphabetical order at first.
 * @param count how many teams
 * @returns that many names, all different; after the last tree they begin again as `Acacia 2`
 */
export function teamNames(count: number): string[] {
	return Array.from({ length: count }, (_, i) => {
		const tree = TREES[i % TREES.length] as string;
		const round = Math.floor(i / TREES.length);
		return round === 0 ? tree : `${tree} ${round + 1}`;
	});
}
