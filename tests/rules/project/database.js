import mongoose from 'mongoose';

await mongoose.connect('mongodb://localhost/shop');

export const Order = mongoose.model('Order');
