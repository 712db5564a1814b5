import Tinypool from 'tinypool'

const pool = new Tinypool({ filename: new URL("./support/shorten.mjs", import.meta.url).href, maxThreads: 1 })

export async function run(word) {
	const words = ['one', , word]
	return Promise.all(words.map(async word => { return await pool.run(word) }))
}