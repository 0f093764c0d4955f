package understudy.remote.ssh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.ClientFactoryManager;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.client.session.SessionFactory;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/** Makes the one client of the SSH library that all connections share, set up as we need it. */
final class SshClients {
    private SshClients() {}

    /** A started client. It reads nothing of the user's own SSH configuration: what counts stands in the settings. */
    static SshClient start(KeepAlive keepAlive) {
        var client = new ClientBuilder()
                .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                .serverKeyVerifier(new HostKeyJudge())
                .build();
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setKeyExchangeFactories(inOurOrder(client.getKeyExchangeFactories()));
        client.setUserAuthFactories(List.of(new UserAuthPublicKeyFactory(client.getSignatureFactories())));
        client.setAgentFactory(new UnixAgents());
        // Without it the kernel holds small packets back: two waits of 40 ms for each command.
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        CoreModuleProperties.REQUEST_EXEC_REPLY.set(client, true);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, keepAlive.interval());
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, keepAlive.misses());
        // A command's own deadline bounds how long its input may stand still, not the library's.
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(client, Duration.ofDays(1));
        client.setSessionFactory(new HopSessions(client));
        client.start();
        return client;
    }

    /** The post-quantum exchange that is cheap first, the one that costs 80 ms of computing last. */
    static List<KeyExchangeFactory> inOurOrder(List<KeyExchangeFactory> all) {
        var ordered = new ArrayList<KeyExchangeFactory>();
        for (var start : List.of("mlkem768x25519", "curve25519", "ecdh", "mlkem", "diffie", "sntrup")) {
            all.stream()
                    .filter(exchange ->
                            exchange.getName().toLowerCase(Locale.ROOT).startsWith(start))
                    .filter(exchange -> !ordered.contains(exchange))
                    .forEach(ordered::add);
        }
        return ordered;
    }

    private static final class HopSessions extends SessionFactory {
        private final ClientFactoryManager client;

        HopSessions(ClientFactoryManager client) {
            super(client);
            this.client = client;
        }

        @Override
        protected ClientSessionImpl doCreateSession(IoSession session) throws Exception {
            return new HopSession(client, session);
        }
    }
}
