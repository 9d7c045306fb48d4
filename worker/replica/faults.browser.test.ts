/** The same on the storage of a real browser. */
import './faults.test.ts';
