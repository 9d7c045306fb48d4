/** The same on the storage of a real browser. */
import './import.test.ts';
