/// GROUND: hours of the week, holidays and opening hours, by a clock on the wall: of services and
/// of campaigns. Data and functions of them: no clock, no database; the same question has always
/// the same answer. Owns no tables.
@NullMarked
package org.hiwar.workspace.hours;

import org.jspecify.annotations.NullMarked;
