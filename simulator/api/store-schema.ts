import { z } from 'zod';

import type { SiteId } from '../world/sites';

import { refuseUnknown } from './problem';

/** Provinces as Mercado Pago writes them in Argentina; another spelling is refused (integrators' reports). */
const argentineProvinces = [
  ...['Buenos Aires', 'CABA', 'Catamarca', 'Chaco', 'Chubut', 'Córdoba', 'Corrientes', 'Entre Ríos', 'Formosa'],
  ...['Jujuy', 'La Pampa', 'La Rioja', 'Mendoza', 'Misiones', 'Neuquén', 'Río Negro', 'Salta', 'San Juan'],
  ...['San Luis', 'Santa Cruz', 'Santa Fe', 'Santiago del Estero', 'Tierra del Fuego', 'Tucumán'],
];

const text = (code: string, name: string) =>
  z.string(`${code}: ${name} must be string.`).min(1, `${code}: ${name} must be present.`);

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const hour = z
  .string('VALIDATION_ERROR: business_hours must be HH:MM.')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'VALIDATION_ERROR: business_hours must be HH:MM.');

const businessHours = z.partialRecord(
  z.enum(days, 'VALIDATION_ERROR: business_hours has days from monday to sunday.'),
  z
    .array(z.strictObject({ open: hour, close: hour }), 'VALIDATION_ERROR: business_hours must be arrays.')
    .max(4, 'VALIDATION_ERROR: a day has at most 4 business hours.'),
  'VALIDATION_ERROR: business_hours must be an object.',
);

/** Body of a store (Stores reference). Used whole to create one and in part to change one. */
export function storeSchema(siteId: SiteId) {
  return z.strictObject(
    {
      name: text('VALIDATION_ERROR', 'name'),
      external_id: z
        .string('VALIDATION_ERROR: external_id must be string.')
        .regex(/^[A-Za-z0-9]{1,60}$/, 'VALIDATION_ERROR: external_id must be alphanumeric, of at most 60 characters.')
        .nullish(),
      business_hours: businessHours.nullish(),
      location: z.strictObject(
        {
          street_number: text('INVALID_STREET_NUMBER', 'street_number'),
          street_name: text('INVALID_STREET_NAME', 'street_name'),
          city_name: text('INVALID_CITY_NAME', 'city_name'),
          state_name: text('INVALID_STATE_NAME', 'state_name').refine(
            (state) => siteId !== 'MLA' || argentineProvinces.includes(state),
            'VALIDATION_ERROR: check location.state_name and location.city_name.',
          ),
          latitude: z.number('VALIDATION_ERROR: latitude must be number.').min(-90).max(90),
          longitude: z.number('VALIDATION_ERROR: longitude must be number.').min(-180).max(180),
          reference: z.string('INVALID_REFERENCE: reference must be string.').optional(),
        },
        { error: refuseUnknown('VALIDATION_ERROR', 'VALIDATION_ERROR: location must be object.') },
      ),
    },
    { error: refuseUnknown('VALIDATION_ERROR', 'VALIDATION_ERROR: the body must be an object.') },
  );
}
