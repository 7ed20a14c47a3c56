import { suggest, unseen, type Asked } from '$lib/plenary/suggest';

/** Compares beside the page's own thread: a hundred and fifty texts are ten thousand pairs. */
onmessage = ({ data }: MessageEvent<Asked>) => {
	const { proposals, glossary, apart, joined } = data;
	const suggestions = suggest(proposals, glossary, new Set(apart), joined);
	postMessage({ suggestions, unseen: unseen(proposals, glossary) });
};
