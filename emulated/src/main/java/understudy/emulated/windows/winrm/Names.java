package understudy.emulated.windows.winrm;

/** The namespaces of WS-Management as a listener uses them (MS-WSMV section 2.2.1). */
final class Names {
    static final String ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";
    static final String ADDRESS = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    static final String WSMAN = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
    static final String FAULT = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";
    static final String IDENTIFY = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd";
    static final String TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
    static final String SHELL = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";

    private Names() {}
}
