package understudy.emulated.windows.winrm;

import java.nio.file.Path;

/**
 * Who the node is in a Kerberos realm.
 *
 * @param principal for instance {@code HTTP/localhost@EXAMPLE.NET}
 * @param keytab the file with its keys
 */
public record KerberosService(String principal, Path keytab) {}
