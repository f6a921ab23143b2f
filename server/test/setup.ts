import 'reflect-metadata';
import { z } from 'zod';

z.config(z.locales.no());
