import type { TipSource } from '@savner/contract/tips';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

const text = { ...kinds.text, nullable: true };

/** What was sent, word for word; columns ending in `_text` stand beside what was read out of them. */
@Entity('tip')
@Index('tip_key', ['campaignId', 'idempotencyKey'], { unique: true })
@Index('tip_received', ['campaignId', 'receivedAt', 'id'])
@Index('tip_municipality', ['campaignId', 'municipality'])
@Index('tip_of_import', ['importId'])
export class TipRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column({ ...kinds.code, name: 'idempotency_key' })
  idempotencyKey!: string;

  @Column(kinds.code)
  source!: TipSource;

  @Column({ ...kinds.instant, name: 'received_at' })
  receivedAt!: Date;

  @Column({ ...kinds.instant, name: 'stored_at' })
  storedAt!: Date;

  @Column({ ...kinds.id, name: 'entered_by', nullable: true })
  enteredBy!: string | null;

  @Column({ ...kinds.id, name: 'import_id', nullable: true })
  importId!: string | null;

  @Column({ ...kinds.integer, name: 'row_number', nullable: true })
  rowNumber!: number | null;

  /** The tip's id in the sender's own list. */
  @Column({ ...text, name: 'own_id' })
  ownId!: string | null;

  @Column(kinds.municipality)
  municipality!: string;

  @Column({ ...text, name: 'municipality_text' })
  municipalityText!: string | null;

  @Column({ ...text, name: 'first_names' })
  firstNames!: string | null;

  @Column({ ...text, name: 'last_name' })
  lastName!: string | null;

  @Column({ ...text, name: 'former_name' })
  formerName!: string | null;

  @Column(text)
  nickname!: string | null;

  @Column({ ...kinds.integer, name: 'birth_year', nullable: true })
  birthYear!: number | null;

  @Column({ ...text, name: 'birth_year_text' })
  birthYearText!: string | null;

  /** E.164 */
  @Column(text)
  phone!: string | null;

  @Column({ ...text, name: 'phone_text' })
  phoneText!: string | null;

  @Column(text)
  email!: string | null;

  @Column(text)
  street!: string | null;

  @Column(text)
  postcode!: string | null;

  @Column({ ...text, name: 'postcode_text' })
  postcodeText!: string | null;

  @Column(text)
  place!: string | null;

  @Column(text)
  country!: string | null;

  @Column(text)
  relation!: string | null;

  @Column(text)
  greeting!: string | null;

  @Column({ ...text, name: 'others_in_household' })
  othersInHousehold!: string | null;

  @Column({ ...text, name: 'tipper_name' })
  tipperName!: string | null;

  /** E.164 */
  @Column({ ...text, name: 'tipper_phone' })
  tipperPhone!: string | null;

  @Column({ ...text, name: 'tipper_phone_text' })
  tipperPhoneText!: string | null;

  @Column({ ...text, name: 'tipper_email' })
  tipperEmail!: string | null;

  @Column({ ...kinds.flag, name: 'may_say_name' })
  maySayName!: boolean;

  @Column({ ...kinds.flag, name: 'may_contact' })
  mayContact!: boolean;

  /** About somebody whom only the coordinator may see. */
  @Column({ ...kinds.flag, name: 'is_shielded' })
  isShielded!: boolean;

  /** Folded names, places and numbers: what the list's search looks in. */
  @Column({ ...kinds.text, name: 'search_text' })
  searchText!: string;
}
