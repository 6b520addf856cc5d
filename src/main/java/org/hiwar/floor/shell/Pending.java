package org.hiwar.floor.shell;

import java.util.List;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.store.Batch;

/// A batch that is decided but not yet true, and the answers that go out when it is.
record Pending(Batch batch, List<Envelope> envelopes, List<Answer> answers) {}
