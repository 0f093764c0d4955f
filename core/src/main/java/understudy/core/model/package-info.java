/** The cluster as one look saw it, and the values that everything else speaks in: nodes, groups, voters, versions, patches, policies, findings. */
@NullMarked
package understudy.core.model;

import org.jspecify.annotations.NullMarked;
