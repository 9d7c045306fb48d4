/** The same on the storage of a real browser. */
import './replica.test.ts';
