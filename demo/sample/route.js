/** The shortest round trip out of many random starts, each improved until no swap helps. */
export function findShortestTrip(places, starts) {
  let shortest = Infinity;
  let bestStart = 0;
  for (let start = 0; start < starts; start++) {
    const length = tripLength(places, improveTrip(places, start));
    if (length < shortest) {
      shortest = length;
      bestStart = start;
    }
  }
  return { length: shortest, order: improveTrip(places, bestStart) };
}

/** 2-opt: turn a stretch of the trip round wherever that makes it shorter. */
function improveTrip(places, start) {
  let trip = shuffledOrder(places.length, start + 1);
  let length = tripLength(places, trip);
  let improved = true;
  while (improved) {
    improved = false;
    for (let i = 1; i < trip.length - 1; i++) {
      for (let j = i + 1; j < trip.length; j++) {
        const turned = [...trip.slice(0, i), ...trip.slice(i, j + 1).reverse(), ...trip.slice(j + 1)];
        const turnedLength = tripLength(places, turned);
        if (turnedLength < length) {
          trip = turned;
          length = turnedLength;
          improved = true;
        }
      }
    }
  }
  return trip;
}

function tripLength(places, order) {
  let length = 0;
  for (let i = 0; i < order.length; i++) {
    const from = places[order[i]];
    const to = places[order[(i + 1) % order.length]];
    length += Math.hypot(from.x - to.x, from.y - to.y);
  }
  return length;
}

function shuffledOrder(count, seed) {
  const order = Array.from({ length: count }, (_, i) => i);
  let state = seed;
  for (let i = count - 1; i > 0; i--) {
    state = (state * 48271) % 2147483647;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Places on a spiral. */
export function makePlaces(count) {
  return Array.from({ length: count }, (_, i) => ({ x: Math.cos(i * 2.4) * i, y: Math.sin(i * 2.4) * i }));
}
