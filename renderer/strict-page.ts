/**
 * The page forbids code made from text, so zod must not try to: its probe would be reported as a breach at every start.
 * Imported before anything that makes a schema.
 */
import { z } from 'zod';

z.config({ jitless: true });
