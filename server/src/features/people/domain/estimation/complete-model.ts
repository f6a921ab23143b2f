import { type MatchModel, shippedModel } from '../matching/model.js';

/** A stored model with the shipped weight where a level came after the model was made. */
export function completeModel({ weights, ...rest }: MatchModel): MatchModel {
  const shipped = shippedModel.weights;
  return {
    ...rest,
    weights: {
      given: { ...shipped.given, ...weights.given },
      surname: { ...shipped.surname, ...weights.surname },
      year: { ...shipped.year, ...weights.year },
      phone: { ...shipped.phone, ...weights.phone },
      email: { ...shipped.email, ...weights.email },
      place: { ...shipped.place, ...weights.place },
      home: { ...shipped.home, ...weights.home },
    },
  };
}
