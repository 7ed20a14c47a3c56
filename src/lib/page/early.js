// See awake.ts.
{
	/** @type {Map<any, { value: string, checked: boolean, kinds: Set<string> }>} */
	const written = new Map();
	/** Whoever presses again because nothing happens means it once. @type {Set<HTMLButtonElement>} */
	const pressed = new Set();

	/** @param {any} event */
	const write = ({ target, type }) => {
		const kinds = written.get(target)?.kinds ?? new Set();
		const { value, checked } = target;
		written.set(target, { value, checked, kinds: kinds.add(type) });
	};
	/** @param {any} event */
	const press = (event) => {
		const button = event.target.closest('button');
		const asks = button && 'asks' in button.dataset;
		if (asks) event.preventDefault();
		if (asks || button?.type === 'button') pressed.add(button);
	};
	const wake = () => {
		removeEventListener('input', write, true);
		removeEventListener('change', write, true);
		removeEventListener('click', press, true);
		delete document.documentElement.dataset.asleep;
		for (const [field, { value, checked, kinds }] of written) {
			if (field.type === 'file') continue;
			if (field.value !== value) field.value = value;
			if (field.checked !== checked) field.checked = checked;
			for (const kind of kinds) field.dispatchEvent(new Event(kind, { bubbles: true }));
		}
		for (const button of pressed) button.click();
	};

	document.documentElement.dataset.asleep = '';
	addEventListener('input', write, true);
	addEventListener('change', write, true);
	addEventListener('click', press, true);
	addEventListener('awake', wake, { once: true });
}
