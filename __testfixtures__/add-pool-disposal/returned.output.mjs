import { Piscina } from 'piscina'

const filename = new URL('./support/task.mjs', import.meta.url).href

export const run = async (x) => {
	const pool = new Piscina({ filename, maxThreads: 2 })
	try {
		return await Promise.all([1, 2, x].map((one) => pool.run(one)))
	} finally {
		await pool.destroy()
	}
}
