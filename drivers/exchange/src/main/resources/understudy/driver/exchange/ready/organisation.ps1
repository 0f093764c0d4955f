Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
foreach ($one in Get-ExchangeServer) {
  Say 'server' ($one.Name + "`t" + $one.AdminDisplayVersion)
}
foreach ($one in Get-ExchangeAdministrator) {
  Say 'administrator' ($one.Identity + "`t" + $one.Role)
}
