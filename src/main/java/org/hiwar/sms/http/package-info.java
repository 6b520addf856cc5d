/// SMS over HTTP of a provider: sent by requests of ours, received by requests of theirs.
@NullMarked
package org.hiwar.sms.http;

import org.jspecify.annotations.NullMarked;
