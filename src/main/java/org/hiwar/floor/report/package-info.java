/// POLICY: what is counted of services, from what happened on the floor. Reads floor_event, which
/// floors write; owns no table. May use workspace and platform.
///
/// The formulas, as the screen's help says them: work is *received* by a service when it comes in
/// and when it is transferred to it, and counts in the day in which it was; it is *answered* when
/// an agent first accepts or takes it, *abandoned* when the customer leaves before. The *service
/// level* is what was answered within the service's time, of all that was answered and of what was
/// abandoned after that time: who leaves sooner does not count. Mails have none: taking a mail is
/// no answer.
@NullMarked
package org.hiwar.floor.report;

import org.jspecify.annotations.NullMarked;
