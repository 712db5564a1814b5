import Tinypool from 'tinypool'

const pool = new Tinypool({ filename: new URL("./support/shorten.mjs", import.meta.url).href, maxThreads: 1 })

export async function run(word) {
	const words = ['one', , word]
	return runInChunks(pool, words, new URL("./support/shorten.chunks.mjs", import.meta.url).href)
}

/** The results for all items, which the pool gets in lists: a message for each would cost more than its work. */
async function runInChunks(pool, items, filename) {
	const size = Math.max(1, Math.ceil(items.length / 64))
	const runs = []
	for (let at = 0; at < items.length; at += size) {
		runs.push(pool.run(items.slice(at, at + size), { filename }))
	}
	const lists = await Promise.all(runs)
	return lists.flatMap(results => [...results])
}
