package understudy.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.sshd.common.NamedResource;
import org.apache.sshd.core.CoreModuleProperties;
import org.junit.jupiter.api.Test;

class SshClientsTest {
    @Test
    void offersTheCheapExchangesFirstAndTheDearOneLastAndLosesNone() throws Exception {
        try (var client = SshClients.start(KeepAlive.USUAL)) {
            var names = NamedResource.getNameList(client.getKeyExchangeFactories());
            assertThat(names).startsWith("mlkem768x25519-sha256", "curve25519-sha256");
            assertThat(names.getLast()).startsWith("sntrup761x25519");
            assertThat(names).doesNotHaveDuplicates();
            assertThat(CoreModuleProperties.TCP_NODELAY.getRequired(client)).isTrue();
        }
    }

    @Test
    void noPasswordIsEverOffered() throws Exception {
        try (var client = SshClients.start(KeepAlive.USUAL)) {
            assertThat(NamedResource.getNameList(client.getUserAuthFactories())).containsExactly("publickey");
        }
    }
}
