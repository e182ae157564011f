export async function firstDayChecks() {}
