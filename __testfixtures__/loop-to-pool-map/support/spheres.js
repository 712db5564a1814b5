export class Sphere {
  constructor(distance, radius) {
    this.distance = distance;
    this.radius = radius;
  }
}

export class Scene {
  constructor(spheres) {
    this.spheres = spheres;
  }

  trace(angle) {
    let nearest = 0;
    for (const { radius, distance } of this.spheres)
      nearest = Math.max(nearest, radius - Math.abs(Math.sin(angle)) * distance);
    return nearest;
  }
}
