/** The office's profile with its agencies, for building the knowledge base. */
import { loadOfficeProfile, type OfficeProfile } from "../../knowledge/office-profile.ts";
import type { Agency } from "../../knowledge/records.ts";
import { officeAgencies } from "./office-agencies.ts";

export interface Office {
  profile: OfficeProfile;
  agencies: readonly Agency[];
}

/** Undefined for an empty path. Throws OfficeProfileError. */
export async function loadOffice(file: string): Promise<Office | undefined> {
  const profile = await loadOfficeProfile(file);
  return profile && { profile, agencies: await officeAgencies(profile, file) };
}
