const byId = (id) => document.getElementById(id);

/** The user's own picture, null for the shipped picture on the server. */
let picture = null;
let busy = false;

/** Fetches a URL. Throws an error with a message for the user if that fails. */
async function request(url, options) {
	const response = await fetch(url, options).catch(() => {
		throw new Error('The workshop does not answer. Is it still running?');
	});
	if (!response.ok) {
		const problem = await response.json().catch(() => ({}));
		throw new Error(problem.detail ?? problem.message ?? `The workshop answered with status ${response.status}.`);
	}
	return response;
}

/** Watches a job. The promise `listening` resolves when the stream has started or failed. */
function watch(job, onPercent) {
	const events = new EventSource(`progress/${job}`);
	const listening = new Promise((resolve) => {
		events.onmessage = (event) => {
			onPercent(Number(event.data));
			resolve();
		};
		events.onerror = () => {
			events.close();
			resolve();
		};
	});
	return { listening, close: () => events.close() };
}

async function apply(module, name) {
	if (busy) {
		return;
	}
	setBusy(true);
	showProblem(null);
	const job = crypto.randomUUID();
	const progress = watch(job, (percent) => {
		byId('progress').value = percent;
		byId('status').textContent = `${name}: ${percent} %`;
	});
	try {
		await progress.listening;
		const started = performance.now();
		const response = await request(`filters/${module}?job=${job}`,
			{ method: 'POST', body: picture, headers: picture ? { 'Content-Type': picture.type } : {} });
		show(byId('after'), await response.blob());
		byId('nothing').hidden = true;
		byId('progress').value = 100;
		byId('status').textContent = `${name}: done in ${Math.round(performance.now() - started)} ms`;
	}
	catch (error) {
		byId('progress').value = 0;
		byId('status').textContent = `${name}: failed`;
		showProblem(error);
	}
	finally {
		progress.close();
		setBusy(false);
		refresh();
	}
}

function show(image, blob) {
	URL.revokeObjectURL(image.src);
	image.src = URL.createObjectURL(blob);
	image.hidden = false;
}

function setBusy(value) {
	busy = value;
	byId('filters').setAttribute('aria-busy', value);
	for (const button of byId('filters').children) {
		// Unlike `disabled`, this keeps the focus on the button.
		button.setAttribute('aria-disabled', value);
	}
}

function showProblem(error) {
	const text = error?.message ?? '';
	if (byId('problem').textContent !== text) {
		byId('problem').textContent = text;
		byId('problem').hidden = !text;
	}
}

byId('picture').addEventListener('change', (event) => {
	const [file] = event.target.files;
	if (!file) {
		return;
	}
	picture = file;
	show(byId('before'), file);
	showProblem(null);
	byId('after').hidden = true;
	byId('nothing').hidden = false;
	byId('progress').value = 0;
	byId('status').textContent = file.name;
});

byId('before').addEventListener('error', () => showProblem(new Error('Your browser can not show this picture.')));

const STATES = { NOT_LOADED: 'not loaded', LOADED: 'loaded', UNLOADING: 'unloading', UNLOADED: 'unloaded', PINNED: 'pinned' };

/** The filters' names, and the states and generations of the modules when the names were fetched. */
let names = {};
let namesOf = null;
let unreachable = false;

async function refresh() {
	try {
		const { modules } = await (await request('actuator/relib')).json();
		const details = await Promise.all(Object.keys(modules).map(async (name) =>
			(await request(`actuator/relib/${encodeURIComponent(name)}`)).json()));
		await refreshNames(details);
		details.forEach(showModule);
		details.forEach(showFilter);
		if (unreachable) {
			unreachable = false;
			showProblem(null);
		}
	}
	catch (error) {
		unreachable = true;
		showProblem(error);
	}
}

async function refreshNames(details) {
	const now = JSON.stringify(details.map((module) => [module.name, module.state, module.serving?.generation]));
	if (now !== namesOf) {
		const filters = await (await request('filters')).json();
		names = Object.fromEntries(filters.map((filter) => [filter.module, filter.name ?? names[filter.module] ?? filter.module]));
		namesOf = now;
	}
}

function showFilter({ name: module, state }) {
	if (!(module in names)) {
		return;
	}
	let button = byId('filters').querySelector(`[data-module="${CSS.escape(module)}"]`);
	if (!button) {
		button = document.createElement('button');
		button.type = 'button';
		button.dataset.module = module;
		button.addEventListener('click', () => apply(module, names[module]));
		byId('filters').append(button);
	}
	button.textContent = names[module];
	button.dataset.state = state;
}

function showModule({ name, state, serving }) {
	const card = byId(`module-${name}`) ?? addModule(name);
	card.querySelector('.state').textContent = STATES[state] ?? state;
	card.querySelector('.state').dataset.state = state;
	const facts = serving && {
		version: serving.version ?? '–',
		generation: serving.generation,
		calls: serving.callsInFlight,
		threads: serving.threads.length,
		memory: serving.memory.counted
			? `${bytes(serving.memory.liveBytes)} in ${serving.memory.liveCount} allocations`
			: 'not counted',
		sha256: `${serving.sha256.slice(0, 16)}…`
	};
	for (const fact of card.querySelectorAll('[data-fact]')) {
		fact.textContent = facts?.[fact.dataset.fact] ?? '–';
	}
	for (const button of card.querySelectorAll('button')) {
		button.hidden = (button.dataset.action === 'load') === Boolean(serving);
	}
}

function addModule(name) {
	const card = byId('module').content.cloneNode(true).firstElementChild;
	card.id = `module-${name}`;
	card.querySelector('h3').textContent = name;
	for (const button of card.querySelectorAll('button')) {
		button.setAttribute('aria-label', `${button.textContent} ${name}`);
		button.addEventListener('click', () => runAction(name, button, card));
	}
	byId('modules').append(card);
	return card;
}

async function runAction(module, button, card) {
	const { action } = button.dataset;
	const outcome = card.querySelector('.outcome');
	try {
		const response = await request(`actuator/relib/${encodeURIComponent(module)}`, {
			method: 'POST', body: JSON.stringify({ action }), headers: { 'Content-Type': 'application/json' }
		});
		outcome.textContent = describe(await response.json());
		outcome.classList.remove('refused');
	}
	catch (error) {
		outcome.textContent = error.message;
		outcome.classList.add('refused');
	}
	await refresh();
	if (button.hidden) {
		card.querySelector('button:not([hidden])').focus();
	}
}

function describe({ action, unload }) {
	if (!unload) {
		return 'Loaded.';
	}
	const begin = action === 'reload' ? 'Reloaded. ' : '';
	if (unload.outcome !== 'UNLOADED') {
		return `${begin}Generation ${unload.generation} is still loaded: ${unload.message}.`;
	}
	const { count, bytes: size, counted } = unload.leaks;
	const left = !counted ? '' : count === 0 ? 'with nothing left behind' : `and ${bytes(size)} of leaked memory freed`;
	return `${begin}Generation ${unload.generation} unloaded ${left}.`;
}

function bytes(count) {
	return count < 1024 ? `${count} B` : count < 1048576 ? `${(count / 1024).toFixed(1)} KiB` : `${(count / 1048576).toFixed(1)} MiB`;
}

await refresh();
setInterval(() => document.hidden || refresh(), 1000);
