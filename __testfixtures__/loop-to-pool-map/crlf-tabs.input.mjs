/*
 * Copyright: nobody.
 */

export function squares(limit)
{
	const out = []
	for (let i = 0; i < limit; i++)
	{
		let x = i // start here
		for (let j = 0; j < 20000; j++) x = (x * 1103515245 + 12345) % 2147483648
		out.push(x)
	}
	return out
}

export const main = () => console.log(squares(8))
