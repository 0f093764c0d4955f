$ledger = 'HKLM:\SOFTWARE\Understudy\Ledger'
$now = ''
if (Test-Path 'HKLM:\SOFTWARE\Microsoft\Exchange\v8.0\ClientAccessRole') {
  Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
  $pop = $v['protocol'] -eq 'POP3'
  $service = 'MSExchange' + $v['protocol']
  if ($pop) {
    $now = (Get-PopSettings -Server $env:COMPUTERNAME).LoginType
  }
  if (-not $pop) {
    $now = (Get-ImapSettings -Server $env:COMPUTERNAME).LoginType
  }
  Say 'was' $now
  if ($v['type'] -ne '' -and $v['type'] -ne $now) {
    if ($pop) {
      Set-PopSettings -Server $env:COMPUTERNAME -LoginType $v['type']
      $now = (Get-PopSettings -Server $env:COMPUTERNAME).LoginType
    }
    if (-not $pop) {
      Set-ImapSettings -Server $env:COMPUTERNAME -LoginType $v['type']
      $now = (Get-ImapSettings -Server $env:COMPUTERNAME).LoginType
    }
    if ((Get-Service -Name $service).Status -eq 'Running') {
      Stop-Service -Name $service -Force
      Start-Service -Name $service
    }
  }
  $runs = (Get-Service -Name $service).Status -eq 'Running'
  if ($v['running'] -ne '' -and -not $runs) {
    Start-Service -Name $service
  }
  Say 'running' $runs
}
if ($v['value'] -ne '') {
  if (-not (Test-Path $ledger)) {
    New-Item -Path $ledger -Force | Out-Null
  }
  Set-ItemProperty -Path $ledger -Name $v['mark'] -Value $v['value']
}
if ($v['mark'] -ne '' -and $v['value'] -eq '') {
  Remove-ItemProperty -Path $ledger -Name $v['mark'] -ErrorAction SilentlyContinue
}
Say 'now' $now
