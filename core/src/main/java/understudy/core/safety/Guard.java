package understudy.core.safety;

import java.util.List;
import understudy.core.model.Finding;

/** One question that must be answered well before a step: a look in, the reasons against it out, none where it may go on. */
interface Guard {
    List<Finding> judge(GuardInput input);
}
