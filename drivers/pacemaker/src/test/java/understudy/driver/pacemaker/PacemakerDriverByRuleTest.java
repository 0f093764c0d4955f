package understudy.driver.pacemaker;

import understudy.core.model.NodeId;

/** The same tests with an account that may call nothing but the helper: each command that the driver sends is one that the rule allows. */
class PacemakerDriverByRuleTest extends PacemakerDriverTest {
    @Override
    NodeAccess access(TestingShell shell) {
        return new NodeAccess(new NodeId(shell.nodeName()), () -> shell, TestingShell.SUDO);
    }
}
