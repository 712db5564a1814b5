/*
 * Copyright: nobody.
 */

import { mapSync, range } from 'doall/runtime'
import { computeOut } from './crlf-tabs.worker.mjs'

export function squares(limit)
{
	const out = mapSync(computeOut, range(0, limit))
	return out
}

export const main = () => console.log(squares(8))
