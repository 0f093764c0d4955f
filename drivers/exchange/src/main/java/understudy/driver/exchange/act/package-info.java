/** What each verb means for Exchange 2007 on a single copy cluster, or under continuous replication. */
@NullMarked
package understudy.driver.exchange.act;

import org.jspecify.annotations.NullMarked;
