$ledger = 'HKLM:\SOFTWARE\Understudy\Ledger'
$key = 'HKLM:\' + $v['key']
if ($v['value'] -ne '') {
  if (-not (Test-Path $ledger)) {
    New-Item -Path $ledger -Force | Out-Null
  }
  Set-ItemProperty -Path $ledger -Name $v['mark'] -Value $v['value']
}
if ($v['do'] -eq 'write') {
  if (-not (Test-Path $key)) {
    New-Item -Path $key -Force | Out-Null
  }
  Set-ItemProperty -Path $key -Name $v['name'] -Value ([int]$v['number'])
}
if ($v['do'] -eq 'remove') {
  Remove-ItemProperty -Path $key -Name $v['name'] -ErrorAction SilentlyContinue
}
$now = ''
if (Test-Path $key) {
  $now = (Get-Item $key).GetValue($v['name'])
}
if ($v['do'] -ne 'read' -and $v['mark'] -ne '' -and $v['value'] -eq '') {
  Remove-ItemProperty -Path $ledger -Name $v['mark'] -ErrorAction SilentlyContinue
}
Say 'now' $now
