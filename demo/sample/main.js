import { createHash } from 'node:crypto';
import { coolPlate, renderImage } from './image.js';
import { findShortestTrip, makePlaces } from './route.js';
import { findSimilar, makeWords } from './words.js';

const image = renderImage(600, 400, { re: -0.6, im: 0 }, 0.0055, 12000);
console.log(`image: ${image.length} pixels, sha256 ${createHash('sha256').update(image).digest('hex')}`);

const lines = findSimilar(makeWords(1000, 7));
console.log(
  `words:\n  ${lines.slice(0, 5).join('\n  ')}\n  ${lines.length} lines, ${lines.join().length} characters`,
);

const trip = findShortestTrip(makePlaces(40), 240);
console.log(`trip: length ${trip.length}, by way of ${trip.order.join(' ')}`);

const plate = coolPlate(60, 120);
console.log(`plate: ${plate.reduce((sum, degrees) => sum + degrees, 0) / plate.length} degrees on average`);
