/** Trees that grow between the Horn and the Great Lakes, or are sold there: no country's symbol. */
const TREES = (
	'Acacia Baobab Fig Mango Tamarind Neem Ebony Guava Kapok Papaya Cashew Mahogany Juniper Almond ' +
	'Bamboo Coconut Lemon Teak Wattle Sycamore Henna Jasmine Quince Rosewood Sandalwood Walnut Yew ' +
	'Doum Grevillea Hibiscus Ironwood Kigelia Mulberry Nutmeg Willow Pomelo Avocado Medlar Myrtle ' +
	'Moringa Terminalia Croton Albizia Podocarpus Cassia Cordia Marula Hazel'
).split(' ');

/**
 * The fixed names of teams: trees, in this order.
 * @param count how many teams
 * @returns that many names, all different and always the same; after the last tree `Acacia 2`
 */
export function teamNames(count: number): string[] {
	return Array.from({ length: count }, (_, i) => {
		const tree = TREES[i % TREES.length] as string;
		const round = Math.floor(i / TREES.length);
		return round === 0 ? tree : `${tree} ${round + 1}`;
	});
}
