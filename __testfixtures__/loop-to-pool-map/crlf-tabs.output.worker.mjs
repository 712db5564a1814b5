// doall: tasks of ./crlf-tabs.mjs
import { task } from 'doall/runtime'

export const computeOut = task(import.meta.url, 'computeOut', (i) => {
	let x = i // start here
	for (let j = 0; j < 20000; j++) x = (x * 1103515245 + 12345) % 2147483648
	return x
})
