/**
 * Values that every room speaks: numbers with their check digits, dates in both calendars, characters, codes, ids.
 * Pure Java; depends on nothing else in the house.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package kaigo.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
