import 'reflect-metadata';
import { startProduct } from './start-product.js';

await startProduct(process);
